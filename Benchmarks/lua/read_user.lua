-- GET /api/users/{id} with a random id of the first BENCH_POPULATION users.
local common = dofile(os.getenv("BENCH_LUA") .. "/common.lua")

-- Only the id differs between requests, so the text around it is made once: the generator's CPU is the server's loss.
local around = "\1"
local text = wrk.format("GET", "/api/users/" .. around, common.headers)
local at = text:find(around, 1, true)
local head, tail = text:sub(1, at - 1), text:sub(at + #around)

function request()
  return head .. common.user_id(common.random_user()) .. tail
end
