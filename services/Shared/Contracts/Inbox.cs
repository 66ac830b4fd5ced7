namespace PilotRegistry.Contracts;

/// <summary>Work that waits for the caller, the same in every service.</summary>
/// <param name="Kind">What is to be done, e.g. <c>review-application</c>; the web translates it.</param>
/// <param name="Since">When it came to the caller.</param>
/// <param name="Href">Where in the web it is done.</param>
public sealed record InboxItem(Guid Id, string Kind, Guid ParkId, string ParkName, int? Year, DateTimeOffset Since, string Href);

/// <summary>All of it, oldest first.</summary>
public sealed record Inbox(IReadOnlyList<InboxItem> Items);
