using PilotRegistry.Methodology;
using PilotRegistry.Workbook;

namespace PilotRegistry.Cli;

/// <summary>A year's data from a file: JSON, or the Excel template filled in. Both become ActivityData before anything is computed.</summary>
public static class ActivityDataFile
{
    /// <summary>How every .xlsx begins, being an archive.</summary>
    private static ReadOnlySpan<byte> Archive => "PK"u8;

    public static ReadingOutcome Read(byte[] content, RulePacks packs) =>
        content.AsSpan().StartsWith(Archive) ? ReadWorkbook(content, packs) : ActivityDataReader.Read(content);

    private static ReadingOutcome ReadWorkbook(byte[] content, RulePacks packs)
    {
        using var file = new MemoryStream(content);
        var reading = YearWorkbook.Read(file, packs);
        return reading is { Data: { } data, Problems: [] }
            ? ReadingOutcome.Of(data)
            : ReadingOutcome.Refused([.. reading.Problems.Select(p => new InputProblem($"{p.Sheet}!{p.Cell} {p.Value}".Trim(' ', '!'), p.Code, p.Message))]);
    }
}
