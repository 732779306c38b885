package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("\u00ff\u00d8\u00ff\u00e0", "image/jpeg"),
            Map.entry("\u0089PNG\r\n\u001a\nx", "image/png"),
            Map.entry("GIF89ax", "image/gif"),
            Map.entry("RIFF----WEBPVP8 ", "image/webp"),
            Map.entry("RIFF----WAVEfmt", "audio/wav"),
            Map.entry("%PDF-1.7", "application/pdf"),
            Map.entry("PK\u0003\u0004----", "application/zip"),
            Map.entry("----ftypisom", "video/mp4"),
            Map.entry("----ftypM4A -", "audio/mp4"),
            Map.entry("----ftypheic", "image/heic"),
            Map.entry("\u0000\u0000\u0000\u0018ftypmif1----mif1heic", "image/heic"),
            Map.entry("ID3\u0004", "audio/mpeg"),
            Map.entry("OggS", "audio/ogg"),
            Map.entry("Rar!\u001a\u0007\u0001", "application/vnd.rar"));

    /** First bytes, then a name that pretends. */
    private static final List<List<String>> NOT_TAKEN = List.of(
            List.of("MZ\u0090\u0000", "photo.jpg"),
            List.of("\u007fELF", "a.txt"),
            List.of("<html><script>", "a.txt"),
            List.of("  <svg onload=alert(1)>", "a.txt"),
            List.of("\u00ef\u00bb\u00bf<?xml version='1.0'?>", "a.csv"),
            List.of("#!/bin/sh", "a.txt"),
            List.of("alert(1)", "a.js"),
            List.of("@echo off", "a.bat"),
            List.of("<?php system(1)", "a.jpg"),
            List.of("----ftypavif", "a.avif"),
            List.of("\u0000\u0000\u0000\u0018ftypmif1----mif1avif", "a.heic"),
            List.of("----ftyp", "a.mp4"),
            List.of("RIFF----EVIL", "a.webp"),
            List.of("\u00ca\u00fe\u00ba\u00be", "A.class"),
            List.of("a\u0000b", "a.txt"),
            List.of("", "a.txt"));

    @Test
    void theFirstBytesDecideWhateverTheName() {
        TAKEN.forEach((start, type) -> assertThat(
                        Content.of(bytes(start), "evil.exe").orElseThrow().type())
                .isEqualTo(type));
    }

    @Test
    void whatIsRunOrUnknownIsNotTaken() {
        NOT_TAKEN.forEach(each -> assertThat(Content.of(bytes(each.getFirst()), each.getLast()))
                .as(each.toString())
                .isEmpty());
    }

    @Test
    void textIsTextInTheOldEncodingToo() {
        for (String encoding : new String[] {"UTF-8", "windows-1251"}) {
            byte[] text = "Цена;100\n".getBytes(Charset.forName(encoding));
            assertThat(Content.of(text, "цены.csv").orElseThrow().kind()).isEqualTo(FileKind.DOCUMENT);
        }
    }

    @Test
    void anOfficeDocumentIsAnArchiveWithAList() {
        byte[] start =
                "PK\u0003\u0004------------------------[Content_Types].xml".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Content.of(start, "смета.docx").orElseThrow().kind()).isEqualTo(FileKind.DOCUMENT);
        assertThat(Content.of(start, "смета.zip").orElseThrow().kind()).isEqualTo(FileKind.ARCHIVE);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
