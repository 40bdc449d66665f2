# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""run_until_complete() of a loop that is stopped before."""

import asyncio

from tracing import trace

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    trace(error)
loop.call_soon(future.set_result, 42)
trace("second run", loop.run_until_complete(future))
loop.close()
