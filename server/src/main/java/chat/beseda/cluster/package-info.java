/**
 * How nodes of one installation hear each other: a bus for hints, a lease for what only one of them may do. A
 * single node uses the local implementations.
 */
@NullMarked
package chat.beseda.cluster;

import org.jspecify.annotations.NullMarked;
