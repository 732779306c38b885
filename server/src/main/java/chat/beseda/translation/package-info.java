/**
 * Words in another language, by a service that speaks LibreTranslate's API: which one, and what it is asked.
 *
 * <p>Table {@code translation_service}, at most one row; without it nobody is asked anything. Knows nothing of whose words they are, keeps
 * none of them and logs none.
 */
@NullMarked
package chat.beseda.translation;

import org.jspecify.annotations.NullMarked;
