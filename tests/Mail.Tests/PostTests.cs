using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using PilotRegistry.Testing;

namespace PilotRegistry.Mail;

/// <summary>Letters over the real protocol and into the folder.</summary>
public sealed class PostTests
{
    private static readonly Guid Id = new("0197f000-0000-7000-8000-00000000cafe");

    private static readonly Letter Plain = new(Id, "reader@example.org", "待办：形式审查（演示园区）", "演示·省级：您好。\n\n.\n第二行。\n");

    [Fact]
    public async Task A_letter_comes_over_the_wire_as_it_was_written()
    {
        await using var server = new MailListener();
        await Over(server).SendAsync(Plain, default);
        var mail = Assert.Single(server.Mails);
        Assert.Equal((Plain.Subject, Plain.Text.Trim()), (mail.Subject, mail.Text.Trim()));
        Assert.Equal($"<{Id:N}@registry.example>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Contains(server.Commands, line => line.StartsWith("MAIL FROM:<desk@registry.example>", StringComparison.Ordinal));
        Assert.Contains(server.Commands, line => line.StartsWith("RCPT TO:<reader@example.org>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_delivery_has_the_same_message_id()
    {
        await using var server = new MailListener();
        await Over(server).SendAsync(Plain, default);
        await Over(server).SendAsync(Plain, default);
        Assert.Single(server.Mails.Select(mail => mail.Header("Message-ID")).Distinct());
    }

    [Fact]
    public async Task A_subject_with_line_breaks_adds_no_header()
    {
        await using var server = new MailListener();
        await Over(server).SendAsync(
            Plain with { Subject = "园区\r\nBcc: thief@example.org\r\n\r\n正文", Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://a>\r\nBcc: thief@example.org" } }, default);
        var mail = Assert.Single(server.Mails);
        Assert.DoesNotContain("Bcc", mail.HeaderNames);
        Assert.DoesNotContain(server.Commands, line => line.Contains("thief", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("nobody")]
    public async Task An_address_that_is_none_is_refused(string to)
    {
        await using var server = new MailListener();
        await Assert.ThrowsAsync<FormatException>(() => Over(server).SendAsync(Plain with { To = to }, default));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_that_is_away_or_says_no_is_an_exception()
    {
        await Assert.ThrowsAsync<SmtpException>(() => To(Ports.Free()).SendAsync(Plain, default));
        await using var server = new MailListener { ToRecipient = "550 no such mailbox" };
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, (await Assert.ThrowsAnyAsync<SmtpException>(() => Over(server).SendAsync(Plain, default))).StatusCode);
    }

    [Fact]
    public async Task Without_a_server_letters_lie_in_the_folder()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("registry-mail").FullName, "new");
        await Post(new() { Folder = folder, From = "desk@registry.example" }).SendAsync(Plain, default);
        var mail = new ReceivedMail(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder, "*.eml"))));
        Assert.Equal((Plain.Subject, Plain.Text.Trim(), "reader@example.org"), (mail.Subject, mail.Text.Trim(), mail.Header("To")));
    }

    [Fact]
    public void Without_any_setting_mail_is_off_and_says_so()
    {
        var post = Post(new());
        Assert.False(post.IsOn);
        Assert.StartsWith("Mail is off", post.State, StringComparison.Ordinal);
        Assert.Empty(new MailSettings().Validate(new(post)));
    }

    [Fact]
    public void Settings_that_contradict_each_other_are_refused()
    {
        Assert.Single(Mistakes(new() { Folder = "/tmp/mail", Smtp = new() { Host = "mail" }, From = "desk@registry.example" }));
        Assert.Single(Mistakes(new() { Smtp = new() { Host = "mail" } }));
        Assert.Single(Mistakes(new() { Smtp = new() { Host = "mail", User = "desk" }, From = "desk@registry.example" }));
        Assert.Single(Mistakes(new() { Smtp = new() { Host = "mail", User = "desk", Password = "secret", Tls = false }, From = "desk@registry.example" }));
        Assert.Empty(Mistakes(new() { Smtp = new() { Host = "mail", User = "desk", Password = "secret" }, From = "Registry <desk@registry.example>" }));
        Assert.DoesNotContain("secret", Post(new() { Smtp = new() { Host = "mail", User = "desk", Password = "secret" } }).State, StringComparison.Ordinal);
    }

    private static IEnumerable<ValidationResult> Mistakes(MailSettings settings) => settings.Validate(new(settings));

    private static Post Over(MailListener server) => To(server.Port);

    private static Post To(int port) => Post(new() { Smtp = new() { Host = "127.0.0.1", Port = port, Tls = false }, From = "Registry <desk@registry.example>" });

    private static Post Post(MailSettings settings) => new(Options.Create(settings));
}
