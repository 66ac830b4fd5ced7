using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>The core indicator as verified: value in t CO2/tce, the target that applies to the park's size (附件3).</summary>
/// <param name="Verdict">Compared before rounding (API.md), so it may differ from what the rounded value suggests.</param>
public sealed record CoreIndicator(decimal Value, decimal Target, Verdict Verdict);

/// <summary>The park asked for acceptance on a verified and disclosed year.</summary>
/// <param name="Province">Whose reviewers conclude the self-evaluation.</param>
/// <param name="ManagementBodyId">Who asked: the park's management body at that time.</param>
[StoredAs("acceptance.acceptance-requested.v1")]
public sealed record AcceptanceRequested(
    Guid ParkId, string ParkName, string Province, Guid ManagementBodyId, int Year, Guid VerificationId, CoreIndicator Core, bool Demo)
    : ParkEvent;

/// <summary>The province concluded its self-evaluation (自评估).</summary>
[StoredAs("acceptance.self-evaluation-concluded.v1")]
public sealed record SelfEvaluationConcluded(Guid ParkId, bool Passed, string Reasons) : ParkEvent;

/// <summary>The national commission accepted the park (验收): it is a national zero-carbon park.</summary>
[StoredAs("acceptance.acceptance-granted.v1")]
public sealed record AcceptanceGranted(Guid ParkId, int Year, CoreIndicator Core, string Reasons) : ParkEvent;

/// <summary>The national commission refused acceptance.</summary>
[StoredAs("acceptance.acceptance-refused.v1")]
public sealed record AcceptanceRefused(Guid ParkId, string Reasons) : ParkEvent;

/// <summary>A reviewer took note that the year was submitted again after the decision; the decision stays.</summary>
/// <param name="Year">The year that the acceptance rests on.</param>
/// <param name="Version">The newer version of it; the note is public once this version is.</param>
/// <param name="Role">Whose note: province or national.</param>
/// <param name="Reasons">What follows from it.</param>
[StoredAs("acceptance.restatement-noted.v1")]
public sealed record RestatementNoted(Guid ParkId, int Year, int Version, string Role, string Reasons) : ParkEvent;
