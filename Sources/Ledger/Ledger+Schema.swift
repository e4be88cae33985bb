import GRDB

extension Ledger {
  /// Append only: a migration that was released is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 editions") { db in try db.execute(sql: firstSchema) }
    migrator.registerMigration("2 readings and sendings") { db in try db.execute(sql: readingsAndSendings) }
    migrator.registerMigration("3 seals") { db in try db.execute(sql: seals) }
    migrator.registerMigration("4 disclosures") { db in try db.execute(sql: disclosures) }
    migrator.registerMigration("5 purges") { db in try db.execute(sql: purges) }
    migrator.registerMigration("6 inherited rows") { db in try db.execute(sql: inheritedRows) }
    // No table changes: a program of before could not read the copies beside it any more.
    migrator.registerMigration("7 copies that refer to others") { _ in }
    // Neither do these: 0.15 would tell them in the order in which they stand.
    migrator.registerMigration("8 findings by month") { _ in }
    migrator.registerMigration("9 told hashes") { db in try db.execute(sql: "ALTER TABLE edition ADD COLUMN told TEXT")
    }
    return migrator
  }

  /// Times are UTC, `2022-06-15T06:30:00Z`: here and nowhere in an edition. Numbers of figures are exact fractions, `5/2`.
  private static let firstSchema = """
    CREATE TABLE programme (
      id TEXT PRIMARY KEY NOT NULL,
      keyId TEXT NOT NULL
    ) STRICT;
    CREATE TABLE edition (
      id INTEGER PRIMARY KEY,
      month TEXT NOT NULL,
      number INTEGER NOT NULL,
      predecessor TEXT,
      reason TEXT,
      materiality TEXT,
      causes TEXT NOT NULL,
      changes INTEGER NOT NULL,
      programme TEXT NOT NULL,
      program TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      figures TEXT NOT NULL,
      manifest TEXT NOT NULL,
      acceptedLoss INTEGER NOT NULL,
      publishedAt TEXT NOT NULL,
      effects TEXT NOT NULL,
      UNIQUE (month, number)
    ) STRICT;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      month TEXT NOT NULL,
      program TEXT NOT NULL,
      outcome TEXT NOT NULL,
      edition INTEGER REFERENCES edition,
      detail TEXT
    ) STRICT;
    CREATE TABLE delivery (
      association TEXT NOT NULL,
      kind TEXT NOT NULL,
      month TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      receivedAt TEXT NOT NULL,
      PRIMARY KEY (association, kind, month, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE archive (
      name TEXT PRIMARY KEY NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reading (
      sha256 TEXT NOT NULL,
      association TEXT NOT NULL,
      kind TEXT NOT NULL,
      form TEXT NOT NULL,
      archive TEXT NOT NULL REFERENCES archive,
      PRIMARY KEY (sha256, association, kind, form)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE input (
      edition INTEGER NOT NULL REFERENCES edition,
      position INTEGER NOT NULL,
      association TEXT NOT NULL,
      kind TEXT NOT NULL,
      month TEXT NOT NULL,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      outcome TEXT NOT NULL,
      isOwed INTEGER NOT NULL,
      rowsKept INTEGER NOT NULL,
      rowsRefused INTEGER NOT NULL,
      waived TEXT,
      archive TEXT REFERENCES archive,
      PRIMARY KEY (edition, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE definition (
      edition INTEGER NOT NULL REFERENCES edition,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (edition, file)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding (
      edition INTEGER NOT NULL REFERENCES edition,
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      association TEXT,
      kind TEXT,
      month TEXT,
      file TEXT NOT NULL,
      line INTEGER,
      "row" INTEGER,
      otherLines TEXT NOT NULL,
      "column" INTEGER,
      header TEXT,
      rule TEXT NOT NULL,
      remedy TEXT NOT NULL,
      PRIMARY KEY (edition, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figure (
      edition INTEGER NOT NULL REFERENCES edition,
      position INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      horizon TEXT NOT NULL,
      cell TEXT NOT NULL,
      value TEXT,
      numerator TEXT,
      denominator TEXT,
      status TEXT NOT NULL,
      reason TEXT,
      confidentiality TEXT NOT NULL,
      PRIMARY KEY (edition, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE closing (
      id INTEGER PRIMARY KEY,
      month TEXT NOT NULL,
      isClosed INTEGER NOT NULL,
      reason TEXT,
      at TEXT NOT NULL
    ) STRICT;
    """

  /// `fingerprint`: of inputs that say what an edition says already. `sentOn` is a day, `2022-06-15`.
  private static let readingsAndSendings = """
    ALTER TABLE run ADD COLUMN fingerprint TEXT;
    CREATE TABLE sending (
      id INTEGER PRIMARY KEY,
      edition INTEGER NOT NULL REFERENCES edition,
      funder TEXT NOT NULL,
      sentOn TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    """

  /// SHA-256 of what a row says, where no manifest says it too.
  private static let seals = """
    ALTER TABLE closing ADD COLUMN seal TEXT;
    ALTER TABLE sending ADD COLUMN seal TEXT;
    ALTER TABLE reading ADD COLUMN seal TEXT;
    """

  /// Files of the archive that were removed when their time was over.
  private static let purges = """
    CREATE TABLE purge (
      id INTEGER PRIMARY KEY,
      archive TEXT NOT NULL REFERENCES archive,
      months INTEGER NOT NULL,
      at TEXT NOT NULL,
      seal TEXT NOT NULL
    ) STRICT;
    """

  /// What an edition tells of other months that their own editions do not, and why cells are hidden that are not small.
  private static let disclosures = """
    CREATE TABLE disclosure (
      edition INTEGER NOT NULL REFERENCES edition,
      position INTEGER NOT NULL,
      month TEXT NOT NULL,
      indicator TEXT NOT NULL,
      horizon TEXT NOT NULL,
      cell TEXT NOT NULL,
      value TEXT,
      numerator TEXT,
      denominator TEXT,
      confidentiality TEXT NOT NULL,
      protects TEXT,
      PRIMARY KEY (edition, position)
    ) STRICT, WITHOUT ROWID;
    """
}
