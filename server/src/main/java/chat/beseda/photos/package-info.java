/** Pictures of operators: checked, turned upright, made small, named by their content. */
@NullMarked
package chat.beseda.photos;

import org.jspecify.annotations.NullMarked;
