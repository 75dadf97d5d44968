-- Reads one of the given paths after the other, each thread on its own round.
local paths = {}
for path in string.gmatch(os.getenv("BENCH_PATHS"), "%S+") do
   paths[#paths + 1] = path
end

local headers = {["Accept"] = "application/json", ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")}
local next = 0

request = function()
   next = next % #paths + 1
   return wrk.format("GET", paths[next], headers)
end
