using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Certificates;

/// <summary>A line as somebody gives it: one certificate, or those from first to last.</summary>
/// <param name="Last">Left out for a single certificate.</param>
/// <param name="ProductionMonth"><c>yyyy-MM</c>.</param>
public sealed record CertificateLine(
    string First, string? Last, CertificateKind Kind, string ProductionMonth, string Beneficiary, DateOnly CancelledOn, EnergySource Source);

/// <summary>What a line of certificates must be, whichever way it came in.</summary>
public static class CertificateRules
{
    private const int MaxBeneficiary = 200;

    /// <summary>Certificates are valid for two years from their production month (V2); who cancels later has nothing to cancel.</summary>
    private const int ValidYears = 2;

    /// <summary>The range, or every reason against it.</summary>
    /// <param name="pointer">Where the line stands in what was sent.</param>
    /// <param name="today">In Beijing.</param>
    public static CertificateRange? Read(CertificateLine line, string pointer, DateOnly today, List<InputProblem> problems)
    {
        var before = problems.Count;
        var first = Number(line.First, "first");
        var last = line.Last is null ? first : Number(line.Last, "last");
        var month = Month(line.ProductionMonth);
        if (first is not null && last is not null && (first.Kin != last.Kin || last.Sequence < first.Sequence))
            Add("last", "not-a-range", "起止编码不是一段连续的绿证：项目编码和末两位须相同，止号不小于起号。", "First and last are no row of certificates: the project's code and the last two digits must be the same, and last not before first.");
        if (month is { } produced && (line.CancelledOn < produced || line.CancelledOn > today || line.CancelledOn >= produced.AddYears(ValidYears).AddMonths(1)))
            Add("cancelledOn", "cancellation-date", "核销日期应在电量生产月之后、有效期（两年）之内，且不晚于今天。", "Cancelled after the production month, within two years of it, and not in the future.");
        if (string.IsNullOrWhiteSpace(line.Beneficiary) || line.Beneficiary.Length > MaxBeneficiary)
            Add("beneficiary", "required", $"请填写受益方（园区或园内企业），不超过 {MaxBeneficiary} 字。", $"Enter the beneficiary, the park or an enterprise in it, in at most {MaxBeneficiary} characters.");
        return problems.Count > before ? null : new(first!, last!, line.Kind, month!.Value, line.Beneficiary.Trim(), line.CancelledOn, line.Source);

        CertificateNumber? Number(string text, string member)
        {
            var number = CertificateNumber.Parse(text);
            if (number is null)
                Add(member, "not-a-certificate-number", "绿证编码为 32 位：前 17 位为项目编码（数字或字母），后 15 位为数字。", "A certificate's number has 32 characters: 17 digits or letters of the project, then 15 digits.");
            return number;
        }

        DateOnly? Month(string text)
        {
            if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", out var produced) && produced <= today) return produced;
            Add("productionMonth", "production-month", "请填写电量生产月份，如 2025-03，且不晚于本月。", "Enter the month the power was made in, such as 2025-03, not in the future.");
            return null;
        }

        void Add(string member, string code, string zh, string en) => problems.Add(new($"{pointer}/{member}", code, new(zh, en)));
    }

    /// <summary>Lines that name the same certificate twice.</summary>
    public static void RefuseOverlaps(IReadOnlyList<(CertificateRange Range, string Pointer)> lines, List<InputProblem> problems)
    {
        var sorted = lines.OrderBy(l => l.Range.First.Place).ToArray();
        for (var n = 1; n < sorted.Length; n++)
            if (sorted[n - 1].Range.Overlaps(sorted[n].Range))
                problems.Add(new($"{sorted[n].Pointer}/first", "named-twice", new(
                    $"编码 {sorted[n].Range.First} 已包含在另一行：每个绿证只能填一次。", $"{sorted[n].Range.First} stands in another line already: name each certificate once.")));
    }

    /// <summary>Neighbours that are alike in everything become one range: a million numbers in a row are one line.</summary>
    public static IReadOnlyList<CertificateRange> Fold(IEnumerable<CertificateRange> ranges)
    {
        var folded = new List<CertificateRange>();
        foreach (var range in ranges.OrderBy(r => r.First.Place))
            if (folded is [.., var last] && last.IsFollowedBy(range)) folded[^1] = last with { Last = range.Last };
            else folded.Add(range);
        return folded;
    }
}
