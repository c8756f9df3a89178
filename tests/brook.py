"""The release that tests write to a file where it only matters that it is right, or wrong in one place."""

RELEASE = """\
Brook Mills Reports Its Third Quarter

PORT ALDEN, Maine -- October 28, 2025 -- Brook Mills today reported
results for its third quarter ended September 30, 2025.

Revenue for the third quarter was $112.0 million, an increase of 9%
from $103.0 million in the third quarter of 2024.

                    (In millions)

                                 Three Months Ended
                                   September 30,
                                --------------------
                                   2025       2024
                                ---------  ---------
Revenue                            $112.0     $103.0
Costs                                80.0       75.0
                                ---------  ---------
Operating income                    $32.0      $28.0
                                =========  =========
"""
WRONG = RELEASE.replace("increase of 9%", "increase of 12%")
