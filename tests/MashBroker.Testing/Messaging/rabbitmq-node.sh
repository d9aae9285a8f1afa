#!/bin/sh
# One RabbitMQ node for tests. Takes orders from standard input, a word a line (start, stop, kill), and answers each with
# "done". The end of the input, which comes however the tests end, ends the node and everything it wrote.
trap '' INT

node=
epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
epmd=$!

end_node() {
    [ -n "$node" ] || return 0
    [ -s "$RABBITMQ_PID_FILE" ] && kill -"$1" "$(cat "$RABBITMQ_PID_FILE")" 2>/dev/null
    # It may have been told to end before it wrote its number.
    [ -s "$RABBITMQ_PID_FILE" ] || kill -"$1" "$node" 2>/dev/null
    wait "$node" 2>/dev/null
    node=
}

while read -r order; do
    case "$order" in
        start)
            rm -f "$RABBITMQ_PID_FILE"
            "$MASH_RABBITMQ_SERVER" </dev/null >>"$RABBITMQ_BASE/console.txt" 2>&1 &
            node=$!
            ;;
        stop) end_node TERM ;;
        kill) end_node KILL ;;
    esac
    echo "done"
done

end_node KILL
kill "$epmd" 2>/dev/null
rm -rf "$RABBITMQ_BASE"
