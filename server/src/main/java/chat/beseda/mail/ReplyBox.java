package chat.beseda.mail;

/**
 * The mailbox that answers come to.
 *
 * @param address of e-mail, in ASCII
 * @param plus whether it takes {@code box+anything@host} too (RFC 5233)
 */
public record ReplyBox(String address, boolean plus) {
    private static final int LONGEST_LOCAL = 64;

    /** Where an answer with this mark goes; the mark is left out where there is no room for it. */
    String marked(String mark) {
        int sign = address.lastIndexOf('@');
        boolean fits = sign + 1 + mark.length() <= LONGEST_LOCAL;
        return plus && fits ? address.substring(0, sign) + "+" + mark + address.substring(sign) : address;
    }
}
