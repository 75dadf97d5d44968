-- Posts the given document, with a title that no other one has.
local path = os.getenv("BENCH_PATH")
local before, after = string.match(os.getenv("BENCH_DOCUMENT"), "^(.-)%${title}(.*)$")
local headers = {
   ["Accept"] = "application/json",
   ["Content-Type"] = "application/json",
   ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
}
local threads = 0
local sent = 0

setup = function(thread)
   thread:set("number", threads)
   threads = threads + 1
end

request = function()
   sent = sent + 1
   return wrk.format("POST", path, headers, before .. number .. "-" .. sent .. after)
end
