package chat.beseda.formatting;

import java.util.List;

/** A formatted text, block under block. */
public record TextDocument(List<TextBlock> blocks) {
    public TextDocument {
        blocks = List.copyOf(blocks);
    }

    /** Whether anything in it cannot be said by its plain text alone. */
    public boolean isFormatted() {
        return blocks.stream()
                .anyMatch(block -> block instanceof TextBlock.Item
                        || block.runs().stream().anyMatch(run -> !run.marks().isEmpty()));
    }

    /** The same without formatting, for whoever shows only text: items are numbered, the addresses of links told. */
    public String plainText() {
        return PlainText.of(this);
    }

    /** Blocks and runs together. */
    public int nodes() {
        return blocks.size()
                + blocks.stream().mapToInt(block -> block.runs().size()).sum();
    }
}
