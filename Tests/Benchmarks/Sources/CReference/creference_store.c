#include "creference_store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PASS, BLOB, REQUEST, DELIVERY, JOB, SEQUENCE, STATEMENTS };

struct creference_store {
    sqlite3 *database;
    sqlite3_stmt *statements[STATEMENTS];
    uint64_t random;
};

static const char *const sql[STATEMENTS] = {
    "INSERT INTO pass (type, serial, head) VALUES ('pass.com.example.ticket', ?, ?)",
    "INSERT INTO blob (digest, bytes) VALUES (?, ?)",
    "INSERT INTO request (id, name, kind, principal, pass, team, content, package, signs, verdict, trace, accepted) "
    "VALUES (?, ?, 'update', 'shop', ?, 'TEAMID1234', ?, ?, 0, 'trusted', NULL, 1600000000000)",
    "INSERT INTO delivery (request, place, name, recipient, state) VALUES (?, 0, ?, ?, 0)",
    "INSERT INTO job (id, pass, waiting, state, lane, priority, due, since, not_before, attempts, fence) "
    "VALUES (?, ?, 1, 0, 1, 0, 1600000000000, 1600000000000, 1600000000000, 0, 0)",
    "UPDATE counter SET value = value + ? WHERE name = 'sequence' RETURNING value",
};

/* A stand-in for random ids and digests (xorshift64*). */
static uint64_t next_random(creference_store *store) {
    store->random ^= store->random >> 12;
    store->random ^= store->random << 25;
    store->random ^= store->random >> 27;
    return store->random * 0x2545F4914F6CDD1DULL;
}

creference_store *creference_store_open(const char *path) {
    creference_store *store = calloc(1, sizeof *store);
    if (!store) return NULL;
    sqlite3_randomness(sizeof store->random, &store->random);
    store->random |= 1;
    int ok = sqlite3_open_v2(path, &store->database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
        && sqlite3_exec(store->database,
                        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
                        "PRAGMA wal_autocheckpoint = 2048; PRAGMA journal_size_limit = 67108864;",
                        NULL, NULL, NULL) == SQLITE_OK;
    for (int i = 0; ok && i < STATEMENTS; i++)
        ok = sqlite3_prepare_v3(store->database, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &store->statements[i], NULL)
            == SQLITE_OK;
    if (ok) return store;
    creference_store_close(store);
    return NULL;
}

static int run(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    int reset = sqlite3_reset(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW ? reset : code;
}

static int accept_one(creference_store *store, const uint8_t *package, size_t size, sqlite3_int64 id) {
    sqlite3_stmt **s = store->statements;
    uint64_t digest[4];
    for (int i = 0; i < 4; i++) digest[i] = next_random(store);
    char serial[32], content[128];
    int serial_length = snprintf(serial, sizeof serial, "E-%016llx", (unsigned long long)next_random(store));
    int content_length = snprintf(content, sizeof content, "{\"note\":\"%090d\"}", (int)id);
    sqlite3_int64 name = (sqlite3_int64)(next_random(store) >> 1);
    sqlite3_int64 delivery = (sqlite3_int64)(next_random(store) >> 11);

    sqlite3_bind_text(s[PASS], 1, serial, serial_length, SQLITE_STATIC);
    sqlite3_bind_int64(s[PASS], 2, id);
    if (run(s[PASS]) != SQLITE_OK) return 1;
    sqlite3_int64 pass = sqlite3_last_insert_rowid(store->database);

    sqlite3_bind_blob(s[BLOB], 1, digest, sizeof digest, SQLITE_STATIC);
    sqlite3_bind_blob64(s[BLOB], 2, package, size, SQLITE_STATIC);
    if (run(s[BLOB]) != SQLITE_OK) return 1;
    sqlite3_int64 blob = sqlite3_last_insert_rowid(store->database);

    sqlite3_bind_int64(s[REQUEST], 1, id);
    sqlite3_bind_int64(s[REQUEST], 2, name);
    sqlite3_bind_int64(s[REQUEST], 3, pass);
    sqlite3_bind_blob(s[REQUEST], 4, content, content_length, SQLITE_STATIC);
    sqlite3_bind_int64(s[REQUEST], 5, blob);
    if (run(s[REQUEST]) != SQLITE_OK) return 1;

    sqlite3_bind_int64(s[DELIVERY], 1, id);
    sqlite3_bind_int64(s[DELIVERY], 2, delivery);
    sqlite3_bind_int64(s[DELIVERY], 3, 48494);
    if (run(s[DELIVERY]) != SQLITE_OK) return 1;

    sqlite3_bind_int64(s[JOB], 1, id);
    sqlite3_bind_int64(s[JOB], 2, pass);
    return run(s[JOB]) != SQLITE_OK;
}

int creference_store_accept(creference_store *store, const uint8_t *package, size_t size, int count) {
    if (sqlite3_exec(store->database, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) return 1;
    sqlite3_stmt *sequence = store->statements[SEQUENCE];
    sqlite3_bind_int(sequence, 1, count);
    sqlite3_int64 last = sqlite3_step(sequence) == SQLITE_ROW ? sqlite3_column_int64(sequence, 0) : 0;
    sqlite3_reset(sequence);
    int failed = last < count;
    uint8_t *bytes = malloc(size);
    if (!bytes) return 1;
    memcpy(bytes, package, size);
    for (int i = 0; !failed && i < count; i++) {
        uint64_t mark = next_random(store);
        memcpy(bytes, &mark, sizeof mark);
        failed = accept_one(store, bytes, size, last - count + 1 + i);
    }
    free(bytes);
    if (failed) {
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
        return 1;
    }
    return sqlite3_exec(store->database, "COMMIT", NULL, NULL, NULL) != SQLITE_OK;
}

void creference_store_close(creference_store *store) {
    if (!store) return;
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(store->statements[i]);
    sqlite3_close_v2(store->database);
    free(store);
}
