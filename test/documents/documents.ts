import { join } from 'node:path';
const root = join(import.meta.dirname, '..', '..');
export const productPicture = join(root, '.github', 'product.png');
export const mostPictureBytes = 250 * 1024;
