-- What the load scripts share: their settings (from the environment), random ids, and the figures as one line of JSON.
local common = {
  population = tonumber(os.getenv("BENCH_POPULATION") or "100000"),
  headers = { ["Host"] = "127.0.0.1" },
}

local token = os.getenv("BENCH_TOKEN")
if token then common.headers["Authorization"] = "Bearer " .. token end

local threads = 0

-- Each of wrk's threads is a Lua state of its own; without a seed each would ask for the same ids in the same order.
function setup(thread)
  threads = threads + 1
  thread:set("thread_number", threads)
end

function init(_)
  math.randomseed((os.time() % 100000) * 64 + (thread_number or 0))
end

function common.random_user()
  return math.random(1, common.population)
end

function common.user_id(n)
  return string.format("00000000-0000-4000-8000-%012x", n)
end

-- Runs once, in wrk's main state, after the load. Latencies are microseconds.
function done(summary, latency, _)
  local e = summary.errors
  io.write(string.format(
    'BENCH {"requests":%d,"seconds":%.6f,"bytes":%d,"p50_us":%.1f,"p99_us":%.1f,"connect_errors":%d,'
      .. '"read_errors":%d,"write_errors":%d,"timeouts":%d,"status_errors":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50), latency:percentile(99),
    e.connect, e.read, e.write, e.timeout, e.status))
end

return common
