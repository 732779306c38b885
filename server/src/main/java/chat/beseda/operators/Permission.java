package chat.beseda.operators;

/** What a role may allow. */
public enum Permission {
    /** Take conversations, answer, write notes. */
    ANSWER,
    /** Read conversations whoever's they are, in every department of one's sites. */
    READ_ALL,
    /** Take a conversation from whoever has it. */
    TAKE_OVER,
    /** See the list of people with their addresses. */
    SEE_PEOPLE,
    /** Invite, change and disable people; departments. */
    MANAGE_PEOPLE,
    /** Change the ready answers that are common to everybody. */
    MANAGE_ANSWERS,
    /** Write, publish and remove articles of the knowledge base. */
    MANAGE_KNOWLEDGE,
    MANAGE_SITES,
    MANAGE_SETTINGS
}
