# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""stop() before run_forever(): one turn."""

import asyncio

from tracing import trace

loop = asyncio.new_event_loop()
loop.call_soon(lambda: (trace("first"), loop.call_soon(trace, "second")))
loop.call_later(10, trace, "never")
loop.stop()
loop.run_forever()
trace("stopped")
loop.run_until_complete(asyncio.sleep(0))
trace("end")
loop.close()
