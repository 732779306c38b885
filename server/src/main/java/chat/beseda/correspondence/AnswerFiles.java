package chat.beseda.correspondence;

import chat.beseda.files.Attachments;
import chat.beseda.files.Enclosures;
import chat.beseda.files.FileOwner;
import chat.beseda.files.FileRefused;
import chat.beseda.files.FileRules;
import chat.beseda.incoming.FoundFile;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.Visitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Hands the files of a letter to the room of files as if its sender had sent them in the window. Thread-safe. */
public final class AnswerFiles {
    private final Attachments attachments;
    private final Function<SiteId, FileRules> rules;

    /** @param rules what the visitors of a site may send */
    public AnswerFiles(Attachments attachments, Function<SiteId, FileRules> rules) {
        this.attachments = attachments;
        this.rules = rules;
    }

    /**
     * What was taken, by its ids, and the names of what was not.
     */
    record Kept(List<String> ids, List<String> leftOut) {}

    Kept kept(Visitor visitor, List<FoundFile> files) {
        var ids = new ArrayList<String>();
        var leftOut = new ArrayList<String>();
        FileOwner owner = FileOwner.visitor(visitor.id().value());
        FileRules allowed = rules.apply(visitor.site());
        for (FoundFile file : files) {
            if (ids.size() == Enclosures.MOST) {
                leftOut.add(file.name());
            } else {
                try {
                    ids.add(sent(owner, file, allowed));
                } catch (FileRefused refused) {
                    leftOut.add(file.name());
                }
            }
        }
        return new Kept(List.copyOf(ids), List.copyOf(leftOut));
    }

    /** What became of no message: it would lie in the way of what the visitor sends. */
    void drop(Visitor visitor, Kept kept) {
        kept.ids()
                .forEach(id -> attachments.cancel(FileOwner.visitor(visitor.id().value()), id));
    }

    private String sent(FileOwner owner, FoundFile file, FileRules allowed) {
        byte[] bytes = file.bytes();
        String id = attachments.begin(owner, file.name(), bytes.length, allowed).id();
        for (int at = 0; at < bytes.length; at += Attachments.PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Attachments.PIECE));
            attachments.append(owner, id, at, piece, allowed);
        }
        return id;
    }
}
