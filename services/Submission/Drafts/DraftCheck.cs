using System.Text.RegularExpressions;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Enterprises;

namespace PilotRegistry.Submission.Drafts;

/// <summary>What a draft says around its data must be whole too: enterprises that can be told apart, answers that answer something.</summary>
internal static partial class DraftCheck
{
    private const int MostEnterprises = 2000;
    private const int MostLetters = 200;

    public static IReadOnlyList<InputProblem> Of(YearDraft draft) =>
    [
        .. draft.Enterprises.Count > MostEnterprises
            ? [new("/enterprises", "too-many", new($"最多 {MostEnterprises} 家企业。", $"At most {MostEnterprises} enterprises."))]
            : Array.Empty<InputProblem>(),
        .. draft.Enterprises.SelectMany((enterprise, n) => Of(enterprise, $"/enterprises/{n}")),
        .. draft.Enterprises.Index().GroupBy(e => e.Item.Id).Where(same => same.Key is not null).SelectMany(same => same.Skip(1)).Select(e =>
            new InputProblem($"/enterprises/{e.Index}/id", "duplicate", new("企业编号重复：每家企业一个编号。", "Another enterprise has this id: give each its own."))),
        .. draft.Answers.SelectMany((answer, n) => Required(answer.Signal, $"/answers/{n}/signal").Concat(Required(answer.Reason, $"/answers/{n}/reason"))),
    ];

    private static IEnumerable<InputProblem> Of(EnterpriseData enterprise, string at) =>
    [
        .. Required(enterprise.Id, $"{at}/id"),
        .. Required(enterprise.Name, $"{at}/name"),
        .. TooLong(enterprise.Id, $"{at}/id"),
        .. TooLong(enterprise.Name, $"{at}/name"),
        .. enterprise.CreditCode is { } code && !CreditCode().IsMatch(code)
            ? [new($"{at}/creditCode", "wrong-form", new("统一社会信用代码应为 18 位数字或大写字母。", "A credit code has 18 digits or capital letters."))]
            : Array.Empty<InputProblem>(),
    ];

    private static IEnumerable<InputProblem> Required(string? text, string at) =>
        string.IsNullOrWhiteSpace(text) ? [new(at, "missing", new("缺少：此项必填。", "Missing: this is required."))] : [];

    private static IEnumerable<InputProblem> TooLong(string? text, string at) =>
        text?.Length > MostLetters ? [new(at, "too-long", new($"最多 {MostLetters} 个字符。", $"At most {MostLetters} characters."))] : [];

    /// <summary>GB 32100: digits and capitals without I, O, S, V and Z.</summary>
    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{18}$")]
    private static partial Regex CreditCode();
}
