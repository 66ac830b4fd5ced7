using System.Globalization;
using System.Security.Cryptography;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Xmp;

namespace PilotRegistry.Submission.Evidence;

/// <summary>What a picture says of itself: camera, time, software. Cameras and telephones write it, editors often drop or change it.</summary>
internal static class PictureTraces
{
    public static EvidenceFacts? Of(byte[] file, EvidenceType type)
    {
        try
        {
            var metadata = ImageMetadataReader.ReadMetadata(new MemoryStream(file));
            var (main, exif) = (metadata.OfType<ExifIfd0Directory>().FirstOrDefault(), metadata.OfType<ExifSubIfdDirectory>().FirstOrDefault());
            var xmp = metadata.OfType<XmpDirectory>().SelectMany(x => x.GetXmpProperties()).ToLookup(p => p.Key, p => p.Value);
            var camera = $"{main?.GetDescription(ExifDirectoryBase.TagMake)} {main?.GetDescription(ExifDirectoryBase.TagModel)}".Trim();
            return new(
                type, Revisions: 0, Time(exif, ExifDirectoryBase.TagDateTimeOriginal), Time(main, ExifDirectoryBase.TagDateTime),
                Cut(main?.GetDescription(ExifDirectoryBase.TagSoftware) ?? xmp["xmp:CreatorTool"].FirstOrDefault()), camera.Length > 0 ? Cut(camera) : null,
                type is EvidenceType.Jpeg ? exif?.ContainsTag(ExifDirectoryBase.TagDateTimeOriginal) == true : null,
                [Convert.ToHexStringLower(SHA256.HashData(file))]);
        }
        catch (ImageProcessingException)
        {
            // The library has no way to ask whether a file is a picture.
            return null;
        }
    }

    /// <summary>Cameras write local time without a zone; here that is Beijing's.</summary>
    private static DateTimeOffset? Time(MetadataExtractor.Directory? directory, int tag) =>
        DateTime.TryParseExact(directory?.GetString(tag), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new(at, TimeSpan.FromHours(8))
            : null;

    private static string? Cut(string? text) => text is { Length: > 100 } ? text[..100] : text;
}
