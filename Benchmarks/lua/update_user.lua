-- PUT /api/users/{id}: a new display name, the e-mail address that the id already has.
local common = dofile(os.getenv("BENCH_LUA") .. "/common.lua")
common.headers["Content-Type"] = "application/json"

function request()
  local n = common.random_user()
  local body = string.format(
    '{"display_name":"User %06x edition %d","email":"user%d@example.com"}', n, math.random(1, 1000000), n)
  return wrk.format("PUT", "/api/users/" .. common.user_id(n), common.headers, body)
end
