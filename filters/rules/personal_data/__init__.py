"""Personal data in a record: found by form and check digits, then kept, redacted or a reason to reject.

Values that are kept free for examples (example.com, 192.0.2.1, +1-555-0100, the card numbers of test systems) belong
to nobody and do not count.
"""

from filters.rules.personal_data.policy import PersonalData, rejected
from filters.rules.personal_data.redaction import Redaction, redact

__all__ = ["PersonalData", "Redaction", "redact", "rejected"]
