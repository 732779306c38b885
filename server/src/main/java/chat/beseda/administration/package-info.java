/**
 * The door for setting things up: signing in, people, sites, departments, routing, invitations, the installation.
 */
@NullMarked
package chat.beseda.administration;

import org.jspecify.annotations.NullMarked;
