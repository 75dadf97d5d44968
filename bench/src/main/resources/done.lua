
-- One line that a program can read; wrk's own summary is for people and rounds.
done = function(summary, latency, requests)
   local errors = summary.errors
   print(string.format(
      'bench {"requests": %d, "micros": %d, "refused": %d, "broken": %d}',
      summary.requests, summary.duration, errors.status,
      errors.connect + errors.read + errors.write + errors.timeout))
end
