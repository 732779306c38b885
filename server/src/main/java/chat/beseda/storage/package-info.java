/**
 * The database: connections, transactions, migrations and the small differences between SQLite and
 * PostgreSQL. Holds no table's SQL; that lives beside the feature which owns the table.
 */
@NullMarked
package chat.beseda.storage;

import org.jspecify.annotations.NullMarked;
