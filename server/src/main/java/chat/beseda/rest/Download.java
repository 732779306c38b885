package chat.beseda.rest;

/** A route's answer that the browser keeps as a file: UTF-8 text. */
public record Download(String name, String contentType, String text) {}
