"""An audit as a value: it can be sent to another process, and is gone at once when nobody holds it any more."""

import gc
import pickle

import pytest

import auditor
from auditor.cli.demo import SAMPLE


@pytest.fixture(scope="module")
def audit():
    rules, vocabulary = auditor.load_rules(), auditor.load_vocabulary()
    return lambda: auditor.audit(auditor.read_document(SAMPLE.read_bytes(), SAMPLE.name), rules, vocabulary)


def test_another_process_gets_all_of_it(audit):
    audited = audit()
    assert pickle.loads(pickle.dumps(audited)) == audited


def test_nothing_in_it_refers_back_to_what_refers_to_it(audit):
    audit()  # what is kept for the next audit is made once
    gc.collect()
    gc.disable()
    try:
        audit()
        assert gc.collect() == 0
    finally:
        gc.enable()
