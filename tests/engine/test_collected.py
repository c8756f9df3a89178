"""An audit that nobody holds any more is gone at once: nothing in it refers back to what refers to it."""

import gc

import auditor
from auditor.cli.demo import SAMPLE


def test_an_audit_leaves_nothing_to_be_collected():
    rules, vocabulary = auditor.load_rules(), auditor.load_vocabulary()

    def audit() -> None:
        auditor.audit(auditor.read_document(SAMPLE.read_bytes(), SAMPLE.name), rules, vocabulary)

    audit()  # what is kept for the next audit is made once
    gc.collect()
    gc.disable()
    try:
        audit()
        assert gc.collect() == 0
    finally:
        gc.enable()
