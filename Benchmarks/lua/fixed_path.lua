-- GET BENCH_PATH, always the same.
local common = dofile(os.getenv("BENCH_LUA") .. "/common.lua")
local text = wrk.format("GET", os.getenv("BENCH_PATH"), common.headers)

function request()
  return text
end
