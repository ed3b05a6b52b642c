#!/usr/bin/env bash
# The keyed draws under dieharder (Debian's package), streams across consignments, replications, purposes and visits:
#   tests/study/draw-battery.sh [STREAM ..] > docs/studies/draws.md     an hour for each stream, all five without words
# Run it from the root of the repository with the Node of node_modules first in PATH, the kernel made (npm test makes it).
set -eu

streams=("$@")
if ((${#streams[@]} == 0)); then streams=(consignments replications purposes visits run); fi

# Test and options: all that dieharder calls good but its lagged sums (which read a hundred times as much) and its test of itself,
# the greatest common divisors with a tenth of their usual sample.
tests=('0' '1' '2' '3' '4' '8' '9' '10' '11' '12' '13' '15' '16' '17 -t 1000000' '100' '101' '102 -n 12' '200 -n 4' '201 -n 3' '202 -n 5'
  '205' '206' '207' '208' '209')

cat <<'TEXT'
# The draws under a battery of tests

Written by `tests/study/draw-battery.sh`: dieharder on 32-bit streams of the keyed draws, laid out so that what runs fastest is
what might betray a pattern: neighbouring consignments, replications, purposes or visits, and draws as a run makes them
(tests/study/draw-stream.ts). A p-value below 0.000001 or above 0.999999 fails, below 0.005 or above 0.995 is weak: of some 150 values
one or two must be.

TEXT
echo '| stream | test | n | p-value | |'
echo '|---|---|---|---|---|'
for stream in "${streams[@]}"; do
  for test in "${tests[@]}"; do
    # shellcheck disable=SC2086
    node tests/study/draw-stream.ts "$stream" | dieharder -g 200 -d $test
  done | awk -F'|' -v stream="$stream" '$6 ~ /PASSED|WEAK|FAILED/ {
    gsub(/ /, ""); print "| " stream " | " $1 " | " $2 " | " $5 " | " tolower($6) " |" }'
done
