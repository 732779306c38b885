/**
 * The company Beseda shows itself with: two shops and their people, a year of conversations, and visitors who live while the
 * demo runs. Does everything through the same verbs and the same sockets as real people; nothing else knows it is there.
 */
@NullMarked
package chat.beseda.demo;

import org.jspecify.annotations.NullMarked;
