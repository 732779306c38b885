/** What is asked by HTTP with a session: one gate that checks who may ask what, and the words of a request. */
@NullMarked
package chat.beseda.rest;

import org.jspecify.annotations.NullMarked;
