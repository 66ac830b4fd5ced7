using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure.Answers;

/// <summary>The key projects (重点项目) that a listed park promised, and what it reported of them since.</summary>
/// <param name="EventId">The submission of the application that named them: the last one before the list.</param>
/// <param name="At">When that was.</param>
/// <param name="LogIndex">Its place in the public log; null while there is none.</param>
/// <param name="Hash">What that place holds of the table: SHA-256 of its canonical JSON (RFC 8785), <c>number</c> to <c>meaning</c> of every project; null when the application named none.</param>
/// <param name="Items">By number.</param>
public sealed record KeyProjectsAnswer(Guid EventId, DateTimeOffset At, long? LogIndex, string? Hash, IReadOnlyList<KeyProjectItem> Items);

/// <summary>A key project: the plan as the application had it, and how far it has come.</summary>
/// <param name="InvestmentWanYuan">Planned, 万元.</param>
/// <param name="State">As reported last; null before the first report.</param>
/// <param name="InvestedWanYuan">As reported last, 万元, from the beginning on.</param>
/// <param name="InvestedShare">Invested of what was planned; above 1 where it became dearer. Null before the first report, and where nothing was planned.</param>
/// <param name="AsOf">The day that the last report describes.</param>
/// <param name="LateFrom">The day from which the project is late: the first one after its period. Null once it is commissioned or given up.</param>
/// <param name="CommissionedLate">Whether it was commissioned only after its period.</param>
/// <param name="Reports">Every report, oldest first.</param>
public sealed record KeyProjectItem(
    int Number, string Name, string Body, string Content, decimal InvestmentWanYuan, int FromYear, int ToYear, string Plan, string Meaning,
    ProjectState? State, decimal? InvestedWanYuan, decimal? InvestedShare, DateOnly? AsOf, DateOnly? LateFrom, bool CommissionedLate,
    IReadOnlyList<ProjectReport> Reports);

/// <summary>One report of the park on one key project.</summary>
/// <param name="At">When it was reported; <paramref name="AsOf"/> is the day it describes.</param>
/// <param name="LogIndex">Its place in the public log; null while there is none.</param>
public sealed record ProjectReport(Guid EventId, DateTimeOffset At, ProjectState State, decimal InvestedWanYuan, DateOnly AsOf, string? Note, long? LogIndex);
