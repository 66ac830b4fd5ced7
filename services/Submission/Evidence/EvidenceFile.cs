using System.Text.Json.Serialization;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Evidence;

/// <summary>What a file is by its content, whatever it is called.</summary>
[JsonConverter(typeof(CodeConverter<EvidenceType>))]
public enum EvidenceType { Pdf, Png, Jpeg, Spreadsheet, Csv }

/// <summary>What the bytes of a file show by themselves. None of it proves anything; reviewers look.</summary>
/// <param name="Revisions">How often a PDF was saved in place after it was made (its <c>startxref</c> marks less one); 0 for other files.</param>
/// <param name="Created">When the file says it was made.</param>
/// <param name="Modified">When the file says it was changed last.</param>
/// <param name="Software">What the file says it was made or edited with.</param>
/// <param name="Camera">What the file says took the picture; null for other files and for pictures that do not say.</param>
/// <param name="HasPictureData">Whether a photograph carries the data a camera writes; null for files that are no photograph.</param>
/// <param name="Pictures">SHA-256 of every picture inside, in the order they stand.</param>
public sealed record EvidenceFacts(
    EvidenceType Type, int Revisions, DateTimeOffset? Created, DateTimeOffset? Modified, string? Software, string? Camera, bool? HasPictureData,
    IReadOnlyList<string> Pictures);

/// <summary>Why a file is not taken.</summary>
public sealed record EvidenceFault(string Code, Wording Message);
