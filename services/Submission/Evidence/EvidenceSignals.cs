using System.Globalization;
using System.Text.RegularExpressions;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Evidence;

/// <summary>
/// What a reviewer should look at in a file (fraud seen in 2022: edited laboratory reports, one sample presented as twelve months,
/// changed dates). A signal never decides: an edited file may be a lawful correction.
/// </summary>
public static partial class EvidenceSignals
{
    /// <summary>Programs that change pictures; a name among what the file says is enough.</summary>
    private static readonly string[] Editors = ["photoshop", "gimp", "snapseed", "lightroom", "pixelmator", "affinity", "paint.net", "meitu", "美图", "醒图", "picsart", "acrobat pro", "foxit phantom", "wps pdf"];

    private static readonly TimeSpan SameSitting = TimeSpan.FromDays(1);

    /// <summary>Of every use: named by the file's hash and its month, and by nothing that is not public.</summary>
    public static IEnumerable<Signal> Of(EvidenceUse use, IReadOnlyList<EvidenceReuse> reuses) =>
        Look(use, reuses).Select(seen => seen with
        {
            Message = new($"文件 {Short(use.Sha256)}：{seen.Message.Zh}", $"File {Short(use.Sha256)}: {seen.Message.En}"),
            Facts = new Dictionary<string, string>(seen.Facts) { ["file"] = use.Sha256, ["month"] = MonthOf(use) },
        });

    /// <summary>A line rests on a file that nobody has brought; submitting refuses it (<see cref="MissingEvidence"/>).</summary>
    public static Signal NotUploaded(EvidenceMention mention) => Warning(
        "evidenceNotUploaded", $"文件 {Short(mention.Sha256)} 尚未上传：请上传，或删去此处的引用。",
        $"File {Short(mention.Sha256)} is not uploaded: upload it, or remove the mention.", ("file", mention.Sha256), ("pointer", mention.Pointer));

    private static IEnumerable<Signal> Look(EvidenceUse use, IReadOnlyList<EvidenceReuse> reuses)
    {
        var facts = use.Facts;
        if (reuses.Where(r => r.SameFile).ToArray() is { Length: > 0 } same)
            yield return Warning("evidenceReused", "同一文件也用于其他月份、年度或园区。", "it is used for another month, year or park too.", ("uses", Places(use, same)));
        if (reuses.Where(r => !r.SameFile).ToArray() is { Length: > 0 } pictures)
            yield return Warning("evidencePictureReused", "其中的图片也出现在其他文件里。", "a picture in it is in another file too.", ("uses", Places(use, pictures)));
        if (facts.Revisions > 0)
            yield return Info("evidenceRevised", "PDF 生成之后又被保存过。", "the PDF was saved again after it was made.", ("revisions", Text(facts.Revisions)));
        if (facts is { Created: { } created, Modified: { } modified } && modified - created > SameSitting)
            yield return Info("evidenceModifiedLater", "修改时间晚于生成时间一天以上。", "it was changed more than a day after it was made.", ("created", Text(created)), ("modified", Text(modified)));
        if (Editors.FirstOrDefault(e => facts.Software?.Contains(e, StringComparison.OrdinalIgnoreCase) == true) is { } editor)
            yield return Warning("evidenceEdited", "由图像或 PDF 编辑软件保存。", "it was saved by a program that edits pictures or PDF.", ("software", editor));
        if (facts.HasPictureData == false)
            yield return Info("evidenceWithoutPictureData", "照片不含相机写入的拍摄信息，可能经过转存。", "the photograph lacks what a camera writes; it may have been passed on or changed.");
        if (use.Month is { } month && Before(use, month) is { } earlier)
            yield return Warning("evidenceBeforeItsMonth", "文件或其名称中的日期早于所证明的月份。", "a date in it or its name lies before the month it stands for.", ("date", Text(earlier)));
    }

    private static string MonthOf(EvidenceUse use) => use.Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? Text(use.Year);

    private static string Short(string sha256) => $"{sha256[..8]}…";

    /// <summary>The file's own date or the one in its name, when that is before the month.</summary>
    private static DateTimeOffset? Before(EvidenceUse use, DateOnly month)
    {
        var begin = new DateTimeOffset(month, TimeOnly.MinValue, TimeSpan.FromHours(8));
        return DateInName(use.Name) is { } named && named < begin ? named
            : (use.Facts.Modified ?? use.Facts.Created) is { } made && made < begin ? made
            : null;
    }

    /// <summary>2025-03-01, 20250301, 2025.3.1 and 2025年3月1日; the day may be left out.</summary>
    private static DateTimeOffset? DateInName(string name)
    {
        if (DateForm().Match(name) is not { Success: true } found) return null;
        var (year, month) = (int.Parse(found.Groups[1].Value, null), int.Parse(found.Groups[2].Value, null));
        var day = found.Groups[3].Success ? int.Parse(found.Groups[3].Value, null) : DateTime.DaysInMonth(year, Math.Clamp(month, 1, 12));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day, 0, 0, 0, TimeSpan.FromHours(8)) : null;
    }

    /// <summary>Another park is not named: which files it uses is not public.</summary>
    private static string Places(EvidenceUse use, IEnumerable<EvidenceReuse> reuses) => string.Join("; ", reuses.Select(r =>
        (r.ParkId == use.ParkId ? "this park " : "another park ") + (r.Month is { } month ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture) : Text(r.Year))).Distinct());

    private static Signal Warning(string id, string zh, string en, params (string Name, string Value)[] facts) => Make(id, Severity.Warning, zh, en, facts);

    private static Signal Info(string id, string zh, string en, params (string Name, string Value)[] facts) => Make(id, Severity.Info, zh, en, facts);

    private static Signal Make(string id, Severity severity, string zh, string en, (string Name, string Value)[] facts) =>
        new(id, severity, new(zh, en), facts.ToDictionary(f => f.Name, f => f.Value));

    private static string Text(IFormattable value) => value is DateTimeOffset at
        ? at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString(null, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(20[0-9]{2})(?:[-._年/]?)([01]?[0-9])(?:[-._月/]?([0-3]?[0-9])(?:日)?)?(?![0-9])")]
    private static partial Regex DateForm();
}
