#!/bin/sh
# Runs the command that is given with DISPATCHES_TEST_DB: a PostgreSQL of its own on a free port, gone afterwards.
set -eu

programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
if [ -z "$(programs)" ]; then
    echo "Installing PostgreSQL ..."
    apt=$([ "$(id -u)" = 0 ] && echo apt-get || echo "sudo -n apt-get")
    { $apt update --quiet && $apt install --yes --quiet --no-install-recommends postgresql; } >/dev/null 2>&1 \
        || { echo "These tests need PostgreSQL; on Debian: apt-get install postgresql"; exit 1; }
fi
bin=$(programs)
home=$(mktemp -d)
chmod 755 "$home"
as=""
if [ "$(id -u)" = 0 ]; then  # the server refuses to be run by root
    chown postgres "$home"
    as="runuser -u postgres --"
fi
trap '$as "$bin/pg_ctl" --pgdata="$home/data" --mode=immediate stop >/dev/null 2>&1 || true; rm -rf "$home"' EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(
    cd /
    $as "$bin/initdb" --pgdata="$home/data" --username=dispatches --auth=trust --encoding=UTF8 --no-sync >/dev/null
    $as "$bin/pg_ctl" --pgdata="$home/data" --log="$home/log" --wait \
        --options="-p $port -h 127.0.0.1 -k $home -c fsync=off" start >/dev/null
) || { cat "$home/log" 2>/dev/null; echo "PostgreSQL could not be started."; exit 1; }
DISPATCHES_TEST_DB="postgresql://dispatches@127.0.0.1:$port/postgres" "$@"
