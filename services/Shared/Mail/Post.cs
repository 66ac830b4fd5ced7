using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Mail;

/// <summary>Gives letters to the mail server, or writes them into the folder (ADR "mail").</summary>
public sealed class Post(IOptions<MailSettings> settings)
{
    /// <summary>A server that says nothing for so long is away.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailSettings settings = settings.Value;

    public bool IsOn => settings.IsOn;

    /// <summary>What an operator should know, in one line without secrets.</summary>
    public string State => settings switch
    {
        { ToFolder: true } => $"Mail is written to the folder {settings.Folder}.",
        { ToServer: true } => $"Mail goes to {settings.Smtp!.Host}:{settings.Smtp.Port}.",
        _ => "Mail is off: neither Mail__Smtp__Host nor Mail__Folder is set. What would be mailed is on the pages only."
    };

    /// <exception cref="SmtpException">The server is away or refused it.</exception>
    /// <exception cref="FormatException">The address is none.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        using var message = MessageOf(letter);
        using var client = Client();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SmtpException(SmtpStatusCode.GeneralFailure, "The mail server does not answer.");
        }
    }

    /// <summary>Line breaks, with which a text could add headers of its own, and other control characters become spaces.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();

    private MailMessage MessageOf(Letter letter)
    {
        var from = new MailAddress(settings.From!);
        var message = new MailMessage(from, new MailAddress(letter.To))
        {
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        foreach (var (name, value) in letter.Headers ?? new Dictionary<string, string>()) message.Headers.Add(name, OneLine(value));
        return message;
    }

    private SmtpClient Client()
    {
        if (settings.ToFolder)
        {
            var folder = Path.GetFullPath(settings.Folder!);
            Directory.CreateDirectory(folder);
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        }

        var server = settings.Smtp!;
        return new(server.Host, server.Port)
        {
            EnableSsl = server.Tls,
            Credentials = server.User is { Length: > 0 } user ? new NetworkCredential(user, server.Password) : null,
        };
    }
}
