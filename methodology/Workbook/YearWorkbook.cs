using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>
/// A year's data as an Excel workbook and back. The workbook is another spelling of ActivityData: what is read goes through the
/// same validators as the form and the API, and each of their findings is shown at its cell.
/// </summary>
public static class YearWorkbook
{
    /// <summary>The first sheet: for which park and year the template was made.</summary>
    internal const string Cover = "说明";

    /// <summary>Rows with content that one sheet may have; ActivityData takes no longer list either.</summary>
    public const int MaxRows = 20_000;

    public static void Write(Stream output, YearTemplate template, RulePack pack) =>
        new TemplateWriter(template, pack).Write(output, YearLayout.Of(pack));

    /// <param name="file">An .xlsx; must be seekable.</param>
    public static WorkbookReading Read(Stream file, RulePacks packs)
    {
        try
        {
            return ReadSound(file, packs);
        }
        catch (Exception broken) when (broken is System.Xml.XmlException or InvalidDataException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            // A part is looked at only when its sheet's turn comes.
            return WorkbookReading.Refused(Package.Damaged);
        }
    }

    private static WorkbookReading ReadSound(Stream file, RulePacks packs)
    {
        var (opened, problem) = Package.Open(file);
        if (opened is null) return WorkbookReading.Refused(problem!);
        using var document = opened;
        var cells = new SheetReader(document);
        if (CoverSheet.Read(cells) is not { } cover)
            return WorkbookReading.Refused(new("", "", "", "not-the-template", new(
                $"没有“{Cover}”工作表：请下载本园区本年度的模板填写。", $"There is no sheet \"{Cover}\": download the template of this park and year and fill it in.")));
        if (packs.Find(cover.RulePack, cover.Year) is not { } pack)
            return WorkbookReading.Refused(new(Cover, "B5", cover.RulePack, "unknown-pack", new(
                "没有这个规则包，或它不适用于该年度：请重新下载模板。", "There is no such rule pack, or none for that year: download the template again.")));

        var year = new YearJson();
        year.Data["year"] = cover.Year;
        year.Data["rulePack"] = cover.RulePack;
        foreach (var sheet in YearLayout.Of(pack)) TakeSheet(cells, sheet, year);
        return Checked(cover, year, packs);
    }

    private static void TakeSheet(SheetReader cells, Sheet sheet, YearJson year)
    {
        if (cells.Find(sheet.Name) is not { } part)
        {
            year.Refuse(new(sheet.Name, "", "", "sheet-missing", new($"缺少工作表“{sheet.Name}”：请从模板恢复，没有数据也请保留空表。", $"The sheet \"{sheet.Name}\" is missing: restore it from the template, and keep it even when it is empty.")));
            return;
        }

        if (cells.MergesTooOften(part))
        {
            year.Refuse(new(sheet.Name, "", "", "merged-too-often", new(
                $"合并单元格超过 {SheetReader.MaxMerged} 处：请取消合并后再上传。", $"More than {SheetReader.MaxMerged} merged ranges: unmerge the cells and upload it again.")));
            return;
        }

        var table = new SheetTable(sheet, year);
        foreach (var row in cells.Rows(part))
            if (!table.Take(row)) break;
        table.Finish();
    }

    /// <summary>By the validators of ActivityData: first its form, then what the rule pack says of it.</summary>
    private static WorkbookReading Checked(CoverSheet cover, YearJson year, RulePacks packs)
    {
        var reading = ActivityDataReader.Read(JsonSerializer.SerializeToElement<JsonNode>(year.Data));
        var found = reading.Succeeded ? Calculation.Run(reading.Data, packs).Problems : reading.Problems;
        return new(cover.Park, cover.Year, reading.Data, [.. year.Problems, .. year.AtCells(found)]);
    }
}
