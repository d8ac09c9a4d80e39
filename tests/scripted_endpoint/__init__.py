"""A local server that speaks the OpenAI protocol, with every limit and fault on demand.

In a test:

    with ScriptedEndpoint([a_frame_reply(), Fault(status=429, headers={"Retry-After": "0"})]) as endpoint:
        settings = WriterSettings(base_url=endpoint.base_url)

By hand: `python -m tests.scripted_endpoint --latency 1 --rpm 500 --fault 503 --share 0.2`, then set
OPENAI_BASE_URL to what it prints. `--help` lists the rest.

It answers chat completions (without streaming), files, batches, moderations and models.
"""

from tests.scripted_endpoint.answers import Fault, Reply
from tests.scripted_endpoint.bill import Bill
from tests.scripted_endpoint.copy_replies import a_frame_reply, reply_to
from tests.scripted_endpoint.faults import FAULTS, faulty
from tests.scripted_endpoint.server import ScriptedEndpoint

__all__ = ["FAULTS", "Bill", "Fault", "Reply", "ScriptedEndpoint", "a_frame_reply", "faulty", "reply_to"]
