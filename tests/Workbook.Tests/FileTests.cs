using System.IO.Compression;
using System.Text;

namespace PilotRegistry.Workbook.Tests;

/// <summary>Files that are not what they should be.</summary>
public sealed class FileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("not a workbook")]
    [InlineData("PK\u0003\u0004 broken")]
    public void Something_else_is_refused(string content) => Assert.Equal("not-a-workbook", CodeOf(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void A_password_or_the_old_format_is_told_apart() =>
        Assert.Equal("old-or-encrypted", CodeOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));

    [Fact]
    public void An_archive_that_is_no_workbook_is_refused() => Assert.Equal("not-a-workbook", CodeOf(HourlyYear.Zip(("readme.txt", "hello"))));

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() =>
        Assert.Equal("too-large", CodeOf(HourlyYear.Zip([.. Enumerable.Range(0, 5).Select(n => ($"xl/{n}.xml", new string(' ', 50_000_000)))])));

    [Fact]
    public void Another_workbook_is_refused_with_the_way_to_the_template()
    {
        using var template = Example.Empty();
        template.Change(document => document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Name = "Sheet1");

        Assert.Equal("not-the-template", Assert.Single(template.Read().Problems).Code);
    }

    [Fact]
    public void Entities_are_never_resolved()
    {
        using var template = Example.Empty();
        var bytes = Replace(template.Bytes, "xl/workbook.xml", "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>");

        Assert.Equal("not-a-workbook", CodeOf(bytes));
    }

    private static string CodeOf(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return Assert.Single(YearWorkbook.Read(file, Example.Packs).Problems).Code;
    }

    private static byte[] Replace(byte[] zip, string name, string content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(content);
        }

        return bytes.ToArray();
    }
}
