using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Folding;

namespace PilotRegistry.Disclosure;

/// <summary>A park's boundary, and what became of it.</summary>
public sealed class BoundaryTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[120.58,33.36],[120.64,33.36],[120.64,33.40],[120.58,33.40],[120.58,33.36]]]}""";

    [Fact]
    public void What_the_application_said_is_the_first_version_and_the_list_that_repeats_it_makes_none()
    {
        var only = Assert.Single(Histories.Of(new Life().Submitted().Returned().Submitted(2).Recommended().Listed()).Boundaries);
        Assert.Equal((1, "registration.application-submitted.v1", "东至引江河，西至南官河"), (only.Number, only.Type, only.FourBounds));
        Assert.Equal((null, null, null, null), (only.ValidFrom, only.Document, only.Reasons, only.AreaKm2));
    }

    [Fact]
    public void An_approved_change_is_a_version_with_document_reasons_first_year_and_area()
    {
        var park = Histories.Of(new Life().Submitted().Listed().BoundaryChanged(outline: Square));
        Assert.Equal([1, 2], park.Boundaries.Select(v => v.Number));
        var second = park.Boundaries[1];
        Assert.Equal((2026, "测试文号〔2026〕5号", new DateOnly(2026, 5, 1), "扩区获批", 24.7688m), (second.ValidFrom, second.Document, second.PublishedOn, second.Reasons, second.AreaKm2));
        Assert.Equal("东至引江河，西至泰东河", park.Facts?.FourBounds);
    }

    [Fact]
    public void An_outline_alone_makes_a_version_and_the_same_again_makes_none()
    {
        var life = new Life().Submitted().Listed().BoundaryChanged(outline: Square).BoundaryChanged(outline: Square).BoundaryChanged(outline: Square.Replace("33.40", "33.41", StringComparison.Ordinal));
        Assert.Equal([1, 2, 3], Histories.Of(life).Boundaries.Select(v => v.Number));
    }

    [Fact]
    public void A_park_taken_over_without_bounds_has_no_version_until_one_is_recorded()
    {
        var life = new Life { Facts = new Life().Facts with { FourBounds = null, Boundary = null } }.Listed();
        Assert.Empty(Histories.Of(life).Boundaries);
        Assert.Equal(1, Assert.Single(Histories.Of(life.BoundaryChanged()).Boundaries).Number);
    }

    [Fact]
    public void A_change_is_a_public_decision_in_the_timeline_the_feed_and_the_open_data()
    {
        var changed = PublicPark.Of(Histories.Of(new Life().Submitted().Listed().BoundaryChanged()))!.Events[^1];
        Assert.Equal(("调整园区边界", "national"), (changed.Entry.Title.Zh, changed.Entry.Actor));
        Assert.Equal(
            ["validFrom", "fourBounds", "document", "publishedOn", "source", "reasons"], changed.Entry.Facts.Keys);
        Assert.Contains("扩区获批", changed.DecisionJson, StringComparison.Ordinal);
        Assert.Contains("测试文号〔2026〕5号", changed.DecisionJson, StringComparison.Ordinal);
        Assert.Contains("西至泰东河", changed.Csv, StringComparison.Ordinal);
        Assert.Contains("2026-05-01", changed.Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2025, 1)]
    [InlineData(2026, 2)]
    [InlineData(2027, 3)]
    [InlineData(2030, 3)]
    public void A_year_has_the_last_version_that_does_not_begin_later(int year, int expected)
    {
        var versions = Histories.Of(new Life().Submitted().Listed().BoundaryChanged().BoundaryChanged("东至引江河", validFrom: 2027)).Boundaries;
        Assert.Equal(expected, versions.In(year)?.Number);
    }

    [Fact]
    public void A_later_decision_that_reaches_further_back_takes_the_place_of_the_earlier_one()
    {
        var versions = Histories.Of(new Life().Submitted().Listed().BoundaryChanged(validFrom: 2027).BoundaryChanged("东至引江河", validFrom: 2026)).Boundaries;
        Assert.Equal((3, 3), (versions.In(2026)?.Number, versions.In(2027)?.Number));
    }

    [Fact]
    public void The_same_bounds_recorded_anew_correct_the_first_year_of_their_version()
    {
        var versions = Histories.Of(new Life().Submitted().Listed().BoundaryChanged(validFrom: 2026).BoundaryChanged(validFrom: 2027)).Boundaries;
        Assert.Equal([null, 2027], versions.Select(v => v.ValidFrom));
        Assert.Equal((1, 2), (versions.In(2026)?.Number, versions.In(2027)?.Number));
    }

    [Fact]
    public void A_change_says_the_hash_of_its_outline_as_the_log_does()
    {
        var changed = PublicPark.Of(Histories.Of(new Life().Submitted().Listed().BoundaryChanged(outline: Square)))!.Events[^1];
        Assert.Equal(CanonicalJson.Hash(JsonElement.Parse(Square)), changed.Entry.Facts["boundaryHash"]);
    }

    [Fact]
    public void A_year_before_every_known_version_has_none()
    {
        var life = new Life { Facts = new Life().Facts with { FourBounds = null, Boundary = null } }.Listed().BoundaryChanged();
        Assert.Null(Histories.Of(life).Boundaries.In(2025));
    }

    [Fact]
    public void A_year_tells_the_registered_version_beside_the_one_that_its_verified_data_name()
    {
        var park = Histories.Of(new Life().Submitted().Listed().BoundaryChanged(validFrom: 2025).Reported(boundary: 1).Engaged().Signed(boundary: 2).Disclosed());
        Assert.Equal(new(2, 2), park.Years.Single().Page(park).Boundary);
        var unstated = Histories.Of(Life.Accepted());
        Assert.Equal(new(1, null), unstated.Years.Single().Page(unstated).Boundary);
    }

    /// <summary>By M·N·cos φ, summed over 20,000 strips; the last one is the whole Earth, 510,065,621.72 km².</summary>
    [Theory]
    [InlineData("[[[120.58,33.36],[120.64,33.36],[120.64,33.40],[120.58,33.40],[120.58,33.36]]]", 24.7688)]
    [InlineData("[[[120.58,33.36],[120.58,33.40],[120.64,33.40],[120.64,33.36],[120.58,33.36]]]", 24.7688)]
    [InlineData("[[[0,0],[1,0],[1,1],[0,1],[0,0]]]", 12308.4639)]
    [InlineData("[[[120,33],[121,33],[121,34],[120,34],[120,33]],[[120.2,33.2],[120.4,33.2],[120.4,33.4],[120.2,33.4],[120.2,33.2]]]", 9893.0364)]
    [InlineData("[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]", 510065621.7241)]
    public void An_area_is_that_on_the_ellipsoid_without_its_holes(string coordinates, double expected) => Assert.Equal((decimal)expected, Km2("Polygon", coordinates));

    [Fact]
    public void Parts_of_a_boundary_are_added_and_heights_do_not_matter() => Assert.Equal(
        24.7688m + 12308.4639m,
        Km2("MultiPolygon", "[[[[120.58,33.36,4.5],[120.64,33.36,4.5],[120.64,33.40,4.5],[120.58,33.40,4.5],[120.58,33.36,4.5]]],[[[0,0],[1,0],[1,1],[0,1],[0,0]]]]"));

    private static decimal? Km2(string type, string coordinates) => GeoArea.Km2(JsonElement.Parse($$"""{"type":"{{type}}","coordinates":{{coordinates}}}"""));
}
