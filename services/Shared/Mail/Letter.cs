namespace PilotRegistry.Mail;

/// <summary>One mail to one person, plain text.</summary>
/// <param name="Id">The same whenever it is sent again: its <c>Message-ID</c> is made of it, so that a second delivery is recognised.</param>
/// <param name="Headers">Further headers, e.g. <c>List-Unsubscribe</c>.</param>
public sealed record Letter(Guid Id, string To, string Subject, string Text, IReadOnlyDictionary<string, string>? Headers = null);
