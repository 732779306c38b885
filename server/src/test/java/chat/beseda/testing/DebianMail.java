package chat.beseda.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Postfix and Dovecot as Debian has them, with folders and ports of their own: letters come in by SMTP with a password or go to
 * mailboxes that are read by IMAP. Their certificate is signed by nobody. They want to be started by root.
 */
public final class DebianMail implements AutoCloseable {
    private static final Path POSTFIX = Path.of("/usr/sbin/postfix");
    private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");
    private static final Path ROOT = Path.of("/root");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final int smtp;
    private final int imap;

    private DebianMail(Path folder, int smtp, int imap) {
        this.folder = folder;
        this.smtp = smtp;
        this.imap = imap;
    }

    /** Whether they are installed and may be started. */
    public static boolean isHere() {
        return Files.isExecutable(POSTFIX) && Files.isExecutable(DOVECOT) && Files.isWritable(ROOT);
    }

    /**
     * Starts both.
     *
     * @param addresses whose mailboxes there are; the part before the @ signs in, with the password "secret"
     */
    public static DebianMail start(List<String> addresses) throws IOException, InterruptedException {
        try {
            return started(addresses);
        } catch (IOException portTaken) {
            return started(addresses);
        }
    }

    private static DebianMail started(List<String> addresses) throws IOException, InterruptedException {
        // Their workers are other users than the tests: the folder of a test is closed to them.
        Path folder = Files.createTempDirectory(
                Path.of("/tmp"),
                "mail",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var mail = new DebianMail(folder, freePort(), freePort());
        mail.write(addresses);
        run("chown", "nobody:", folder.resolve("boxes").toString());
        run("chown", "postfix:", folder.resolve("data").toString());
        try {
            run(DOVECOT.toString(), "-c", folder.resolve("dovecot.conf").toString());
            run(POSTFIX.toString(), "-c", folder.resolve("postfix").toString(), "start");
            awaits(mail.smtp);
            awaits(mail.imap);
            return mail;
        } catch (IOException failure) {
            mail.close();
            throw failure;
        }
    }

    public int smtp() {
        return smtp;
    }

    public int imap() {
        return imap;
    }

    private void write(List<String> addresses) throws IOException, InterruptedException {
        for (String each : List.of("boxes", "data", "queue", "postfix")) {
            Files.createDirectories(folder.resolve(each));
        }
        String certificate = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.test";
        run((certificate + " -keyout " + folder + "/key.pem -out " + folder + "/cert.pem").split(" "));
        var users = new StringBuilder();
        var boxes = new StringBuilder();
        for (String address : addresses) {
            String user = address.substring(0, address.indexOf('@'));
            users.append(user).append(":secret\n");
            boxes.append(address).append(' ').append(user).append("/\n");
        }
        Files.writeString(folder.resolve("users"), users);
        Files.setPosixFilePermissions(
                folder.resolve("users"), Set.copyOf(PosixFilePermissions.fromString("rw-r--r--")));
        Files.writeString(folder.resolve("postfix/boxes"), boxes);
        Files.writeString(folder.resolve("postfix/main.cf"), postfix(addresses));
        Files.writeString(folder.resolve("postfix/master.cf"), services());
        Files.writeString(folder.resolve("dovecot.conf"), dovecot());
    }

    private String postfix(List<String> addresses) {
        List<String> domains = addresses.stream()
                .map(each -> each.substring(each.indexOf('@') + 1))
                .distinct()
                .toList();
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/postfix.log
                maillog_file_prefixes = %1$s
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mail.test
                mydestination =
                alias_maps =
                recipient_delimiter = +
                virtual_mailbox_domains = %2$s
                virtual_mailbox_maps = texthash:%1$s/postfix/boxes
                virtual_mailbox_base = %1$s/boxes
                virtual_uid_maps = static:65534
                virtual_gid_maps = static:65534
                smtpd_sasl_auth_enable = yes
                smtpd_sasl_type = dovecot
                smtpd_sasl_path = %1$s/auth
                smtpd_recipient_restrictions = permit_sasl_authenticated, reject
                smtpd_tls_security_level = may
                smtpd_tls_cert_file = %1$s/cert.pem
                smtpd_tls_key_file = %1$s/key.pem
                """.formatted(folder, String.join(", ", domains));
    }

    private String services() {
        return """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                proxymap unix - - n - - proxymap
                error unix - - n - - error
                retry unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(smtp);
    }

    private String dovecot() {
        return """
                base_dir = %1$s/dovecot
                log_path = %1$s/dovecot.log
                protocols = imap
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                disable_plaintext_auth = no
                first_valid_uid = 1
                mail_location = maildir:%1$s/boxes/%%n
                passdb {
                  driver = passwd-file
                  args = scheme=PLAIN username_format=%%n %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s/boxes/%%n
                }
                service imap-login {
                  inet_listener imap {
                    address = 127.0.0.1
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service auth {
                  unix_listener %1$s/auth {
                    mode = 0666
                  }
                }
                """.formatted(folder, imap);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static void awaits(int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException closed) {
                if (System.nanoTime() > end) {
                    throw closed;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
        }
        Files.delete(said);
    }

    /** What does not run is no trouble here. */
    private static void stop(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop(POSTFIX.toString(), "-c", folder.resolve("postfix").toString(), "stop");
        stop("doveadm", "-c", folder.resolve("dovecot.conf").toString(), "stop");
        run("rm", "-rf", folder.toString());
    }
}
