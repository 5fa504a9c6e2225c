#if SQLite
    /// The first schema, edited in place until version 0.1.0 and never after.
    ///
    /// Times are milliseconds since 1970. A request's `id` is its number in the order of acceptance; what the host or
    /// the API calls a thing is its `name`. Columns of names have no type, so that integers are kept as integers.
    ///
    /// `job`, `message` and `push` are the hot tables and narrow: contents and packages stand elsewhere. They have the
    /// columns of `WorkRecord`, and two that say where a claim finds them: `lane` 1 has what is due by its `due` alone,
    /// `lane` 2 what must wait for `wake` first (a retry, or the end of a lease), `lane` 0 what cannot be claimed.
    enum SchemaV1 {
        static let sql =
            """
            CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
            INSERT INTO counter VALUES ('check', 0), ('sequence', 0);

            CREATE TABLE pass (
                id INTEGER PRIMARY KEY, type TEXT NOT NULL, serial TEXT NOT NULL,
                head INTEGER, version INTEGER, token TEXT,
                UNIQUE (type, serial)
            );

            CREATE TABLE blob (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL);

            CREATE TABLE request (
                id INTEGER PRIMARY KEY, name NOT NULL UNIQUE, kind TEXT NOT NULL, principal TEXT NOT NULL,
                pass INTEGER NOT NULL, team TEXT NOT NULL, content BLOB NOT NULL, package INTEGER NOT NULL,
                signs INTEGER NOT NULL, verdict TEXT NOT NULL, trace TEXT, accepted INTEGER NOT NULL
            );
            CREATE INDEX request_package ON request (package);

            CREATE TABLE idempotency (
                principal TEXT NOT NULL, name TEXT NOT NULL, fingerprint BLOB NOT NULL, request NOT NULL,
                expires INTEGER NOT NULL,
                PRIMARY KEY (principal, name)
            ) WITHOUT ROWID;
            CREATE INDEX idempotency_expires ON idempotency (expires);

            CREATE TABLE delivery (
                request INTEGER NOT NULL, place INTEGER NOT NULL, name NOT NULL UNIQUE, recipient NOT NULL,
                state INTEGER NOT NULL, reason TEXT, channels BLOB,
                PRIMARY KEY (request, place)
            ) WITHOUT ROWID;

            CREATE TABLE job (
                id INTEGER PRIMARY KEY, pass INTEGER NOT NULL, waiting INTEGER NOT NULL, pushed INTEGER NOT NULL DEFAULT 0,
                \(workColumns)
            );
            \(workIndexes("job"))
            CREATE INDEX job_pass ON job (pass, due, id) WHERE state <= 2;

            CREATE TABLE message (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, request INTEGER NOT NULL, place INTEGER NOT NULL,
                pass INTEGER NOT NULL, channel TEXT NOT NULL, waits INTEGER NOT NULL, awaits INTEGER, receipt TEXT,
                \(workColumns)
            );
            \(workIndexes("message"))
            CREATE INDEX message_delivery ON message (request, place);
            CREATE INDEX message_awaits ON message (pass, awaits) WHERE awaits IS NOT NULL;
            CREATE INDEX message_receipt ON message (receipt) WHERE receipt IS NOT NULL;
            CREATE TABLE message_content (message INTEGER PRIMARY KEY, content BLOB NOT NULL);

            CREATE TABLE push (
                id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, token TEXT NOT NULL,
                \(workColumns)
            );
            \(workIndexes("push"))
            CREATE INDEX push_queued ON push (token, type) WHERE state = 0;
            CREATE TABLE push_cause (
                push INTEGER NOT NULL, request INTEGER NOT NULL, PRIMARY KEY (push, request)
            ) WITHOUT ROWID;

            CREATE TABLE version (
                tag INTEGER PRIMARY KEY, pass INTEGER NOT NULL, blob INTEGER NOT NULL, published INTEGER NOT NULL,
                request INTEGER NOT NULL, verdict TEXT NOT NULL, token TEXT, replaced INTEGER
            );
            CREATE INDEX version_blob ON version (blob);
            CREATE INDEX version_replaced ON version (replaced) WHERE replaced IS NOT NULL;

            CREATE TABLE holding (
                pass INTEGER NOT NULL, recipient NOT NULL, PRIMARY KEY (pass, recipient)
            ) WITHOUT ROWID;

            CREATE TABLE link (
                digest BLOB PRIMARY KEY, pass INTEGER NOT NULL, recipient NOT NULL, delivery NOT NULL,
                channel TEXT NOT NULL, expires INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0
            ) WITHOUT ROWID;
            CREATE INDEX link_pass ON link (pass, recipient);
            CREATE INDEX link_expires ON link (expires);

            CREATE TABLE registration (
                device TEXT NOT NULL, pass INTEGER NOT NULL, token TEXT NOT NULL, PRIMARY KEY (device, pass)
            ) WITHOUT ROWID;
            CREATE INDEX registration_pass ON registration (pass);
            CREATE INDEX registration_token ON registration (token);
            """

        private static let workColumns =
            """
            state INTEGER NOT NULL, lane INTEGER NOT NULL, wake INTEGER,
            priority INTEGER NOT NULL, due INTEGER NOT NULL, expires INTEGER, since INTEGER NOT NULL,
            not_before INTEGER NOT NULL, attempts INTEGER NOT NULL, fence INTEGER NOT NULL,
            owner TEXT, lease_end INTEGER, note_code TEXT, note_message TEXT, noted INTEGER, ended INTEGER
            """

        private static func workIndexes(_ table: String) -> String {
            """
            CREATE INDEX \(table)_ready ON \(table) (priority, due, id) WHERE lane = 1;
            CREATE INDEX \(table)_wake ON \(table) (wake) WHERE lane = 2;
            CREATE INDEX \(table)_state ON \(table) (state, since);
            CREATE INDEX \(table)_noted ON \(table) (state, noted) WHERE noted IS NOT NULL;
            CREATE INDEX \(table)_expires ON \(table) (expires) WHERE expires IS NOT NULL AND state <= 2;
            CREATE INDEX \(table)_ended ON \(table) (ended) WHERE ended IS NOT NULL;
            """
        }
    }
#endif
