"""kill -9 and SIGTERM at any time, under load."""
import shutil
import time

from . import audit
from .check import require
from .load import Ledger, Load, settle
from .outbox import Watch


# How many rounds one database lives through.
LIFE = 50


def killed(context):
    """Kills the server at a random time, starts it again, and compares."""
    totals = {"kills": 0, "acknowledged": 0, "messages": 0, "externalDuplicates": 0}
    done = 0
    while done < context.rounds:
        rounds = min(LIFE, context.rounds - done)
        life(context, f"life{done}", rounds, totals)
        done += rounds
        if done < context.rounds:
            print(f"    {done} rounds: {totals}", flush=True)
    return {"rounds": done, "lost": 0, "halfApplied": 0, "doubleEffects": 0, **totals}


def life(context, name, rounds, totals):
    """Some rounds on one database."""
    server, ledger, seen = context.server(name), Ledger(), set()
    watch = Watch(server.outbox)
    kills = 0
    for round in range(rounds):
        server.launch()
        if context.chance.random() < 0.1:
            # At its start, while it makes its database or recovers what the last kill left.
            time.sleep(context.chance.uniform(0, 0.3))
            server.kill()
            kills += 1
            server.launch()
        server.wait_until_listening()
        load = Load(server, ledger, context.chance).start()
        time.sleep(context.chance.uniform(0.02, 0.9))
        if context.chance.random() < 0.3:
            # While it works, and nobody sends.
            load.stop()
            time.sleep(context.chance.uniform(0, 0.3))
        server.kill()
        kills += 1
        load.stop()

        server.start()
        require(settle(server, ledger), "requests were refused again and again after a kill")
        audit.wait_until_drained(server)
        audit.everything(server, ledger, seen, context.chance, quick=round + 1 < rounds)
        # At rest; that loses and repeats nothing, and does not count as a kill.
        server.kill()
    time.sleep(0.3)
    watch.close()
    require(not watch.overflowed, "messages came faster than they could be counted")
    # What was on its way when the server died is sent again; the outbox has it already.
    require(watch.duplicates == 0, f"{watch.duplicates} messages were written twice over {kills} kills")
    totals["kills"] += kills
    totals["acknowledged"] += len(ledger.acknowledged)
    totals["messages"] += len(watch.counts)
    totals["externalDuplicates"] += watch.duplicates
    context.servers.remove(server)
    shutil.rmtree(server.folder)


def terminated(context):
    """SIGTERM under load: it ends within its grace period, nothing is lost, and no message goes out twice."""
    server, ledger, seen = context.server(), Ledger(), set()
    watch = Watch(server.outbox)
    context.at_end(watch.close)
    slowest = 0
    rounds = max(2, context.rounds // 5)
    for _ in range(rounds):
        server.start()
        load = Load(server, ledger, context.chance).start()
        time.sleep(context.chance.uniform(0.1, 1.0))
        slowest = max(slowest, server.terminate())
        load.stop()
        server.start()
        require(settle(server, ledger), "requests were refused again and again after a restart")
        audit.wait_until_drained(server)
        audit.everything(server, ledger, seen, context.chance)
        slowest = max(slowest, server.terminate())
    time.sleep(0.3)
    require(watch.duplicates == 0, f"{watch.duplicates} messages were sent twice though nobody was killed")
    return {"rounds": rounds, "acknowledged": len(ledger.acknowledged), "slowestEnd": round(slowest, 2), "duplicates": 0}
