/** What a newcomer reads first must stay short: 10 KB. */
export const mostReadmeBytes = 10 * 1024;

/** The picture in the README, from the root of the repository, and what it may weigh. */
export const productPicture = '.github/product.png';
export const mostPictureBytes = 250 * 1024;
