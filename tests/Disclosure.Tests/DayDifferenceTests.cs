using System.ComponentModel.DataAnnotations;
using PilotRegistry.Disclosure.Releases;

namespace PilotRegistry.Disclosure;

/// <summary>What differs between two days.</summary>
public sealed class DayDifferenceTests
{
    private static readonly Guid Park = new(7, 0, 0, new byte[8]);

    private static readonly OpenRow
        One = Row("D-2031-000001", "received"), Answered = Row("D-2031-000001", "answered"), Two = Row("D-2031-000002", "received"), Three = Row("D-2031-000003", "received");

    [Fact]
    public void Rows_are_added_changed_and_removed_by_their_stable_name_wherever_they_stand()
    {
        var difference = DayDifference.Of(OpenTable.Disputes, [Two, One, Three], [Answered, Two]);
        Assert.Equal([(One, Answered), (Three, null)], difference.Pairs);
        var (summary, first) = (difference.Summary(), DayDifference.Of(OpenTable.Disputes, [], [Two]).Summary());
        Assert.Equal(("disputes", 0, 1, 1), (summary.Table, summary.Added, summary.Changed, summary.Removed));
        Assert.Equal((1, 0, 0), (first.Added, first.Changed, first.Removed));
        Assert.Empty(DayDifference.Of(OpenTable.Disputes, [One, Two], [Two, One]).Pairs);
    }

    [Fact]
    public void As_a_table_it_repeats_whole_rows_behind_what_became_of_them()
    {
        var lines = DayDifference.Of(OpenTable.Disputes, [One, Three], [Answered, Two]).ToCsv().Split("\r\n");
        Assert.StartsWith("change,number,parkId,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["changedFrom," + One.Csv[..^2], "changedTo," + Answered.Csv[..^2], "added," + Two.Csv[..^2], "removed," + Three.Csv[..^2], ""], lines[1..]);
    }

    [Fact]
    public void A_changed_row_names_its_cells_with_their_old_and_new_text()
    {
        var row = Assert.Single(DayDifference.Of(OpenTable.Disputes, [One], [Answered]).Summary().Rows);
        Assert.Equal(("changed", "D-2031-000001", Park, "D-2031-000001 · 海陵"), (row.Change, row.Id, row.ParkId, row.Label.Zh));
        Assert.Equal([new("state", "received", "answered")], row.Cells);
    }

    [Fact]
    public void A_year_is_known_by_its_park_and_year() =>
        Assert.Equal($"{Park} 2031", OpenTable.Years.Row("", $$"""{"parkId":"{{Park}}","year":2031}""").Id);

    [Theory]
    [InlineData("", "", "", 0)]
    [InlineData("folder", "", "", 2)]
    [InlineData("folder", "registry.example", "c2hvcnQ=", 1)]
    [InlineData("folder", "registry.example", "not base64", 1)]
    [InlineData("folder", "registry.example", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 0)]
    public void Without_a_key_of_its_own_nothing_is_released(string folder, string origin, string key, int mistakes)
    {
        var settings = new ReleaseSettings { Folder = folder, Origin = origin, Key = key };
        Assert.Equal(mistakes, settings.Validate(new ValidationContext(settings)).Count());
    }

    private static OpenRow Row(string number, string state) => OpenTable.Disputes.Row(
        $"{number},{Park},海陵,false,2031,,verified.total,{state},,,,,,,,,,\r\n", $$"""{"number":"{{number}}","parkId":"{{Park}}","parkName":"海陵","state":"{{state}}"}""");
}
