package chat.beseda.demo;

import chat.beseda.audit.Actor;
import chat.beseda.dialogues.TextFile;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextList;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.TextSize;
import chat.beseda.knowledge.Article;
import chat.beseda.knowledge.ArticleDraft;
import chat.beseda.knowledge.ArticlePlace;
import chat.beseda.knowledge.Audience;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills the demo's knowledge base from the file {@code articles.txt}: articles between lines of dashes, each with who reads it,
 * then in every language {@code @language folder|title} and lines; {@code ##}, {@code -}, {@code 1.} and {@code **} mean what they
 * mean in letters between people.
 */
final class Guidebook {
    private final Knowledge knowledge;

    Guidebook(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** @param site whose articles they are */
    void write(SiteId site) {
        String file = new String(new TextFile("articles.txt").bytes(), StandardCharsets.UTF_8);
        for (String article : file.split("\n----\n", -1)) {
            List<String> lines = article.strip().lines().toList();
            String readers = lines.getFirst();
            Audience audience = readers.equals("internal") ? Audience.INTERNAL : Audience.PUBLIC;
            var place = new ArticlePlace(audience, Set.of(site));
            write(place, lines.subList(1, lines.size()), !readers.equals("draft"));
        }
    }

    private void write(ArticlePlace place, List<String> lines, boolean publish) {
        Article article = null;
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && !lines.get(to).startsWith("@")) {
                to++;
            }
            article = write(place, article, lines.get(from), lines.subList(from + 1, to), publish);
            from = to;
        }
    }

    private Article write(
            ArticlePlace place, @Nullable Article article, String head, List<String> lines, boolean publish) {
        String language = head.substring(1, 3);
        String[] names = head.substring(3).split("\\|", 2);
        var draft = new ArticleDraft(
                names[0],
                names[1],
                new TextDocument(lines.stream().map(Guidebook::block).toList()));
        return article == null
                ? knowledge.create(Actor.program(), place, language, draft, publish)
                : knowledge.write(Actor.program(), article.id(), language, 0, draft, publish);
    }

    private static TextBlock block(String line) {
        if (line.startsWith("## ")) {
            return new TextBlock.Paragraph(
                    List.of(new TextRun(line.substring(3), List.of(new TextMark.Size(TextSize.LARGE)))));
        }
        if (line.startsWith("- ")) {
            return new TextBlock.Item(TextList.BULLET, 0, runs(line.substring(2)));
        }
        return line.startsWith("1. ")
                ? new TextBlock.Item(TextList.NUMBER, 0, runs(line.substring(3)))
                : new TextBlock.Paragraph(runs(line));
    }

    private static List<TextRun> runs(String line) {
        var runs = new ArrayList<TextRun>();
        String[] parts = line.split("\\*\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                runs.add(new TextRun(parts[i], i % 2 == 1 ? List.of(new TextMark.Bold()) : List.of()));
            }
        }
        return runs;
    }
}
