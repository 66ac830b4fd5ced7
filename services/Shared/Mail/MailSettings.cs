using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace PilotRegistry.Mail;

/// <summary>Configuration section <c>Mail</c>. With neither a folder nor a server, mail is off; there is no default sender and no default secret.</summary>
public sealed record MailSettings : IValidatableObject
{
    /// <summary>Where letters are written as <c>.eml</c> files instead of being sent: for a run on one machine and for tests.</summary>
    public string? Folder { get; init; }

    public SmtpSettings? Smtp { get; init; }

    /// <summary>Who writes, e.g. <c>Registry &lt;registry@example.org&gt;</c>.</summary>
    public string? From { get; init; }

    public bool ToFolder => Folder is { Length: > 0 };

    public bool ToServer => Smtp?.Host is { Length: > 0 };

    public bool IsOn => ToFolder || ToServer;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ToFolder && ToServer) yield return new("Set Mail__Folder or Mail__Smtp__Host, not both.");
        if (IsOn && !MailAddress.TryCreate(From, out _)) yield return new("Set Mail__From to the address that the registry writes from.");
        if (ToServer && Smtp!.User is { Length: > 0 } != Smtp.Password is { Length: > 0 }) yield return new("Set both of Mail__Smtp__User and Mail__Smtp__Password, or neither.");
        if (ToServer && Smtp!.User is { Length: > 0 } && !Smtp.Tls) yield return new("A password goes over TLS only: leave Mail__Smtp__Tls on.");
    }
}

/// <summary>A mail server.</summary>
public sealed record SmtpSettings
{
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>STARTTLS, before anything is said. Off only for a relay on the same machine or network.</summary>
    public bool Tls { get; init; } = true;
}
