/** What a browser says of itself, and what it is: its name, the system under it, phone or desk, or a program that reads pages. */
@NullMarked
package chat.beseda.devices;

import org.jspecify.annotations.NullMarked;
